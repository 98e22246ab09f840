import type { Audience, Occasion } from './Audience';
import type { NoticeKind } from './phrases';

/** What some people are told. */
export type Telling = readonly [NoticeKind, readonly string[]];

/** Who is told of an entry. Of two tellings to one person the first counts. */
export type WhoIsTold = (occasion: Occasion) => Telling[] | Promise<Telling[]>;

/** Moves that everybody who owns the case hears of, and nothing more. */
const MOVES = [
  'started',
  'waiting',
  'resumed',
  'resolved',
  'closed',
  'withdrawn',
] as const;

/** By type of ledger entry: who is told what. */
export function whoIsTold(
  audience: Audience,
): Readonly<Record<string, WhoIsTold>> {
  const moved: WhoIsTold = ({ row }) => [
    ['escalations.moved', audience.owners(row)],
  ];
  const given: WhoIsTold = ({ row }) => [
    ['escalations.given', row.handler_id ? [row.handler_id] : []],
    ['escalations.moved', audience.owners(row)],
  ];
  const waits: WhoIsTold = ({ row }) =>
    // It may have been taken on by the time this is told.
    row.status === 'raised' ? [['escalations.raised', audience.desk(row)]] : [];
  const handover =
    (moment: string): WhoIsTold =>
    async occasion => [
      [
        'escalations.handover-moved',
        [
          ...(await audience.named(
            occasion,
            'handover',
            moment,
            'from_id',
            'to_id',
          )),
          ...audience.owners(occasion.row),
        ],
      ],
    ];
  const withNew: WhoIsTold = ({ row }) => [
    ['escalations.needs-somebody', audience.managers()],
    ['escalations.moved', audience.owners(row)],
  ];
  const limitsMoved: WhoIsTold = ({ row }) => [
    ['escalations.limits', audience.owners(row)],
  ];
  return {
    ...Object.fromEntries(MOVES.map(move => [`escalations.${move}`, moved])),
    'escalations.raised': waits,
    'escalations.raised-again': waits,
    'escalations.accepted': moved,
    'escalations.assigned': given,
    'escalations.transferred': given,
    'escalations.returned': ({ row }) => [
      ['escalations.returned', audience.owners(row)],
    ],
    'escalations.level-raised': ({ row }) => [
      [
        row.status === 'raised' ? 'escalations.raised' : 'escalations.moved',
        audience.desk(row),
      ],
      ['escalations.moved', audience.owners(row)],
    ],
    'escalations.reopened': async occasion =>
      occasion.row.status === 'raised' ? waits(occasion) : moved(occasion),
    'escalations.referred': async occasion => [
      [
        'escalations.given',
        await audience.named(occasion, 'participant', 'since', 'person_id'),
      ],
    ],
    'escalations.level-lowered': ({ row }) => [
      [
        row.status === 'raised' ? 'escalations.raised' : 'escalations.moved',
        audience.desk(row),
      ],
      ['escalations.moved', audience.owners(row)],
    ],
    'escalations.consent-recorded': moved,
    'escalations.consent-overridden': moved,
    'escalations.stepped-back': async occasion => [
      [
        'escalations.handover-offered',
        await audience.named(occasion, 'handover', 'offered_at', 'to_id'),
      ],
      [
        'escalations.handover-moved',
        occasion.row.next_lead_id ? [occasion.row.next_lead_id] : [],
      ],
      [
        'escalations.given',
        await audience.named(occasion, 'participant', 'since', 'person_id'),
      ],
      ['escalations.moved', audience.owners(occasion.row)],
    ],
    'escalations.opinion-asked': async occasion => [
      [
        'escalations.opinion-asked',
        await audience.named(occasion, 'opinion', 'asked_at', 'asked_of'),
      ],
    ],
    'escalations.opinion-given': async occasion => [
      [
        'escalations.opinion-given',
        await audience.named(occasion, 'opinion', 'given_at', 'asked_by'),
      ],
    ],
    'escalations.handover-offered': async occasion => [
      [
        'escalations.handover-offered',
        await audience.named(occasion, 'handover', 'offered_at', 'to_id'),
      ],
      [
        'escalations.handover-moved',
        await audience.named(occasion, 'handover', 'offered_at', 'from_id'),
      ],
    ],
    'escalations.handover-accepted': handover('accepted_at'),
    'escalations.handover-completed': handover('ended_at'),
    'escalations.handover-cancelled': handover('ended_at'),
    'escalations.spend-proposed': async occasion => {
      const { row } = occasion;
      const proposed = await audience.named(
        occasion,
        'spend',
        'proposed_at',
        'proposed_by',
      );
      // Nobody decides on what they asked for themselves.
      const own =
        row.level !== 'senior-imsa' ||
        (row.handler_id !== null && proposed.includes(row.handler_id));
      return [
        [
          'escalations.spend-asked',
          own ? audience.managers() : audience.handler(row),
        ],
      ];
    },
    'escalations.spend-decided': async occasion => [
      [
        'escalations.spend-decided',
        await audience.named(occasion, 'spend', 'decided_at', 'proposed_by'),
      ],
    ],
    'escalations.task-added': async occasion => [
      [
        'escalations.task-given',
        await audience.named(occasion, 'task', 'created_at', 'owner_id'),
      ],
    ],
    'escalations.task-due': async occasion => [
      [
        'escalations.task-due',
        await audience.named(occasion, 'task', 'due_told_at', 'owner_id'),
      ],
    ],
    'escalations.task-overdue': async occasion => [
      [
        'escalations.task-overdue',
        [
          ...(await audience.named(
            occasion,
            'task',
            'overdue_told_at',
            'owner_id',
          )),
          ...audience.handler(occasion.row),
        ],
      ],
    ],
    'escalations.limit-near': ({ row }) => [
      [
        'escalations.limit-near',
        [...audience.handler(row), ...audience.owners(row)],
      ],
    ],
    'escalations.limits-changed': limitsMoved,
    'escalations.event-corrected': limitsMoved,
    'escalations.event-struck': limitsMoved,
    'escalations.request-added': ({ row }) => [
      ['escalations.request-added', audience.owners(row)],
    ],
    'escalations.target-close': ({ row }) => [
      ['escalations.target-close', whoActs(row)],
    ],
    'escalations.late': ({ row }) => [
      ['escalations.late', [...whoActs(row), ...audience.managers()]],
    ],
    'escalations.wait-over': ({ row }) => [
      ['escalations.wait-over', audience.owners(row)],
    ],
    'escalations.released': withNew,
    'escalations.glass-broken': ({ row }) => [
      ['escalations.glass-broken', audience.participants(row)],
    ],
    'escalations.retention-ended': () => [
      ['escalations.retention-ended', audience.keepers()],
    ],
    'escalations.destruction-asked': () => [
      ['escalations.destruction-asked', audience.keepers()],
    ],
  };

  /** Who has to leave the state it is in. */
  function whoActs(row: Occasion['row']): string[] {
    if (row.status === 'raised') return audience.desk(row);
    if (row.status === 'returned') return [row.raised_by];
    return audience.handler(row);
  }
}
