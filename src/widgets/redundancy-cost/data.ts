import * as m from '#messages/messages.js'
import type { DataTable } from '../../frame/contract.ts'
import type { PriceModel } from './model.ts'

/** What each number of spares brings in a year: the dots of the plot and the parts of the bars. */
export const data = ({ costs }: PriceModel): DataTable => ({
  columns: [
    m.price_data_spares(),
    m.price_data_servers(),
    m.price_data_spare_servers(),
    m.price_data_machinery(),
    m.price_data_own(),
    m.price_data_shared(),
    m.price_data_total(),
    m.price_data_down(),
  ],
  rows: costs.map((cost) => [
    cost.spares,
    cost.servers,
    cost.spareServers,
    cost.machinery,
    cost.ownLoss,
    cost.sharedLoss,
    cost.total,
    cost.downHours,
  ]),
})
