import '../migrate';
