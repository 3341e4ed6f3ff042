/** The eleven projects of 东兴 (DX-02, DX-04), and small tables for the edges. */
import type { Example } from '#policy'
import { none, since } from './sources-village.ts'

const empty = {
  kind: 'prescribed',
  cost: none,
  province: none,
  city: none,
  district: none,
  unit: none,
  village: none,
  society: none,
  status: 'planning',
}
const project = (given: { readonly [K in keyof typeof empty]?: string }) => ({ ...empty, ...given })

const dongxing = [
  project({ cost: '280000.00', province: '200000.00', unit: '80000.00' }),
  project({
    cost: '800000.00',
    province: '320000.00',
    city: '160000.00',
    district: '160000.00',
    village: '160000.00',
    status: 'measured',
  }),
  project({ cost: '60000.00', city: '50000.00', district: '10000.00', status: 'done' }),
  project({ cost: '167000.00', district: '43000.00', village: '124000.00', status: 'done' }),
  project({ cost: '100000.00', city: '100000.00', status: 'applying' }),
  project({ cost: '0.00', status: 'done' }),
  project({
    cost: '40000.00',
    province: '10000.00',
    city: '18400.00',
    district: '5200.00',
    unit: '6400.00',
    status: 'equipped',
  }),
  project({}),
  project({ cost: '6000.00', province: '6000.00', status: 'applying' }),
  project({ kind: 'optional', cost: '100000.00' }),
  project({ kind: 'optional', cost: '30000.00', unit: '30000.00', status: 'done' }),
]

const all = (amount: string) => ({
  province: amount,
  city: amount,
  district: amount,
  unit: amount,
  village: amount,
  society: amount,
})
const shares = (share: string, openShare: string) => ({
  provinceShare: share,
  cityShare: share,
  districtShare: share,
  unitShare: share,
  villageShare: share,
  societyShare: share,
  openShare,
})

export const projectTotalsExamples: readonly Example[] = [
  {
    rule: 'DX-02',
    given: { projects: dongxing, countedOn: since },
    expect: {
      result: {
        cost: '1583000.00',
        prescribed: '1453000.00',
        optional: '130000.00',
        province: '536000.00',
        city: '328400.00',
        district: '218200.00',
        unit: '116400.00',
        village: '284000.00',
        society: none,
        assigned: '1483000.00',
        open: '100000.00',
        provinceShare: '33.9',
        cityShare: '20.7',
        districtShare: '13.8',
        unitShare: '7.4',
        villageShare: '17.9',
        societyShare: none,
        openShare: '6.3',
        withoutCost: 1,
      },
    },
  },
  {
    rule: 'DX-04',
    given: { projects: dongxing, countedOn: since },
    expect: { result: { doneCost: '257000.00', doneOrEquipped: '297000.00' } },
  },
  {
    rule: 'AMB-28',
    given: { projects: [project({ cost: '400.00', ...all('49.00') })], countedOn: since },
    expect: { result: { ...shares('12.3', '26.5'), assigned: '294.00', open: '106.00', society: '49.00' } },
  },
  {
    rule: 'AMB-28',
    given: {
      projects: [project({ cost: '3000.00', ...all('1.00'), city: '2994.00' })],
      countedOn: since,
    },
    expect: { result: { ...shares('0', '0'), cityShare: '99.8', open: '1.00' } },
  },
  {
    rule: 'AMB-28',
    given: { projects: [project({ cost: '3000.00', city: '1.00', province: '2950.00' })], countedOn: since },
    expect: { result: { cityShare: '0', provinceShare: '98.3', openShare: '1.6' } },
  },
  {
    rule: 'AMB-28',
    given: { projects: [project({ cost: '400.00', unit: '351.00' })], countedOn: since },
    expect: { result: { openShare: '12.3', unitShare: '87.8' } },
  },
  {
    rule: 'DX-02',
    title: { zh: '一个项目多出的钱不抵另一个的缺口', en: 'what one has too much does not fill another gap' },
    given: {
      projects: [project({ cost: '100.00', city: '150.00' }), project({ cost: '100.00', city: '60.00' })],
      countedOn: since,
    },
    expect: { result: { open: '40.00', assigned: '210.00', cost: '200.00' } },
  },
  {
    rule: 'DX-02',
    given: { projects: [project({ cost: '0.01', unit: '0.01' })], countedOn: since },
    expect: { result: { unitShare: '100', openShare: '0', doneCost: '0.00', optional: '0.00' } },
  },
  {
    rule: 'DX-02',
    title: { zh: '一项来源也没有：已落实 0，全部未落实', en: 'no source at all: nothing assigned' },
    given: { projects: [project({ cost: '100.00' })], countedOn: since },
    expect: { result: { assigned: '0.00', open: '100.00', openShare: '100', city: none } },
  },
  {
    rule: 'DX-02',
    title: { zh: '都没有列造价', en: 'no cost given anywhere' },
    given: { projects: [project({ status: 'done' })], countedOn: since },
    expect: { result: { cost: none, prescribed: none, doneCost: none, optional: '0.00', open: '0.00' } },
  },
  {
    rule: 'DX-02',
    title: { zh: '区县和社会各出一半', en: 'half from the district, half from society' },
    given: {
      projects: [project({ cost: '1000.00', district: '500.00', society: '500.00' })],
      countedOn: since,
    },
    expect: { result: { districtShare: '50', societyShare: '50', openShare: '0' } },
  },
  {
    rule: 'CT-23',
    given: { projects: [], countedOn: since },
    expect: {
      result: {
        cost: '0.00',
        society: '0.00',
        assigned: '0.00',
        open: '0.00',
        withoutCost: 0,
        cityShare: none,
      },
    },
  },
  {
    rule: 'GEN-07',
    title: { zh: '造价不详的不是 0', en: 'an unknown cost is not 0' },
    given: { projects: [{ ...project({ city: '1.00' }), cost: null }], countedOn: since },
    expect: { missing: ['projects[0].cost'], result: { city: '1.00', cost: null } },
  },
]
