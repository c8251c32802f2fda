import * as m from '#messages/messages.js'
import type { DataTable } from '../../frame/contract.ts'
import { singlesOf } from './describe.ts'
import type { DomainsModel } from './model.ts'
import { KIND_WORDS, domainName } from './words.ts'

/** Every domain that a replica stands in, and how much it matters. */
export function data(model: DomainsModel): DataTable {
  const singles = singlesOf(model)
  return {
    columns: [
      m.domains_data_kind(),
      m.domains_data_domain(),
      m.domains_data_share(),
      m.domains_data_replicas(),
      m.domains_data_alone(),
      m.domains_data_birnbaum(),
      m.domains_data_part(),
    ],
    rows: model.behind.map(({ id, kind, replicas, birnbaum, fussellVesely }) => [
      KIND_WORDS[kind].one(),
      domainName(id),
      model.unavailability[kind],
      replicas.length,
      singles.includes(id) ? m.domains_yes() : m.domains_no(),
      birnbaum,
      fussellVesely,
    ]),
  }
}
