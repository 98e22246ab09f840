import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  announcementsServiceRef,
  databaseListenerServiceRef,
  hubServiceRef,
  liveHubServiceRef,
  outsideMailServiceRef,
  startSweeping,
} from '@imsa-hub/core-node';
import { subjectRecordsServiceRef } from '@imsa-hub/network-node';
import { startLive } from './live/startLive';
import { startMail } from './mail/startMail';
import { NoticeAudience } from './notices/NoticeAudience';
import { noticeRoutes } from './notices/noticeRoutes';
import { NoticeService } from './notices/NoticeService';
import { NoticeStore } from './notices/NoticeStore';
import { readNoticeSettings, sweepNotices } from './notices/sweepNotices';
import { preferenceRoutes } from './preferences/preferenceRoutes';
import { PreferenceStore } from './preferences/PreferenceStore';
import { createNoticeRecords } from './subjectRecords/createNoticeRecords';

/** Notices in the console, live and by mail. */
export const notificationsPlugin = createBackendPlugin({
  pluginId: 'notifications',
  register(env) {
    env.registerInit({
      deps: {
        hub: hubServiceRef,
        announcements: announcementsServiceRef,
        records: subjectRecordsServiceRef,
        live: liveHubServiceRef,
        outsideMail: outsideMailServiceRef,
        listener: databaseListenerServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.rootLifecycle,
      },
      async init({ httpRouter, ...deps }) {
        const { hub, announcements } = deps;
        const { database: knex, logger, work } = hub;
        const audience = new NoticeAudience({ announcements, logger });
        const preferences = new PreferenceStore({ knex, work });
        const store = new NoticeStore(knex);
        const notices = new NoticeService({
          ...deps,
          store,
          audience,
          work,
          logger,
        });
        httpRouter.use(
          hub.router([
            ...noticeRoutes({ notices }),
            ...preferenceRoutes({ preferences }),
          ]),
        );
        deps.records.add(createNoticeRecords(deps));
        httpRouter.use(startLive(deps));
        startMail({ ...deps, audience, preferences });
        const settings = readNoticeSettings(hub.config);
        startSweeping({
          what: 'old notices',
          sweeps: [() => sweepNotices({ hub, ...settings })],
          lifecycle: deps.lifecycle,
          logger,
        });
      },
    });
  },
});
