import type { Spelling } from '../../tests/support/import-rows.ts';

/** How each tool writes what the sample rows hold. */
export const spellings = {
  beeftext: { clipboard: '#{clipboard}', date: '#{date}', cursor: '#{cursor}', field: '#{input:订单号}' },
  textexpander: { clipboard: '%clipboard', date: '%Y-%m-%d', cursor: '%|', field: '%filltext:name=订单号%' },
  espanso: { clipboard: '{{clip}}', date: '{{today}}', cursor: '$|$', field: '{{asked.订单号}}' },
  autokey: {
    clipboard: '<clipboard>',
    date: '<date format=%d/%m/%Y>',
    cursor: '<cursor>',
    field: '<script name=ask>',
  },
  raycast: {
    clipboard: '{clipboard}',
    date: '{date}',
    cursor: '{cursor}',
    field: '{argument name="订单号"}',
  },
  alfred: { clipboard: '{clipboard}', date: '{date:long}', cursor: '{cursor}', field: '{random:UUID}' },
  textBlaze: {
    clipboard: '{clipboard}',
    date: '{time: YYYY-MM-DD}',
    cursor: '{cursor}',
    field: '{formtext: name=订单号}',
  },
  helpdesk: {
    clipboard: '{{ticket.requester.name}}',
    date: '{{ticket.created_at}}',
    cursor: '{{current_user.name}}',
    field: '{{ticket.id}}',
  },
} satisfies Record<string, Spelling>;
