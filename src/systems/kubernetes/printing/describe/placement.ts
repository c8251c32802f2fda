import type { PodSpec, Toleration, Volume } from '../../objects.ts'
import { selectorText } from '../../selectors.ts'
import { byText } from '../table.ts'
import type { ProfileName } from '../../resources.ts'
import { titled } from './lines.ts'
import type { Lines } from './lines.ts'

function tolerationText({
  key = '',
  operator,
  value = '',
  effect,
  tolerationSeconds,
}: Toleration): string {
  const what = `${key}${value === '' ? '' : `=${value}`}${effect ? `:${effect}` : ''}`
  const exists = operator === 'Exists' && value === '' ? 'op=Exists' : ''
  const how = [what, exists].filter((part) => part !== '').join(' ')
  return tolerationSeconds === undefined ? how : `${how} for ${tolerationSeconds}s`
}

/** Tolerations, one a line, sorted by key. */
export const tolerationLines = ({ tolerations = [] }: PodSpec, indent = ''): Lines =>
  titled(
    'Tolerations',
    tolerations.toSorted((a, b) => byText(a.key ?? '', b.key ?? '')).map(tolerationText),
    indent,
  )

/** Spread constraints, one a line, sorted by topology key; nothing for none. */
export function spreadLines({ topologySpreadConstraints = [] }: PodSpec, indent = ''): Lines {
  if (topologySpreadConstraints.length === 0) return []
  const texts = topologySpreadConstraints
    .toSorted((a, b) => byText(a.topologyKey, b.topologyKey))
    .map(({ topologyKey, whenUnsatisfiable, maxSkew, labelSelector }) => {
      const rule = `${topologyKey}:${whenUnsatisfiable} when max skew ${maxSkew} is exceeded`
      return labelSelector ? `${rule} for selector ${selectorText(labelSelector)}` : rule
    })
  return titled('Topology Spread Constraints', texts, indent)
}

function volumeLines(volume: Volume, profile: ProfileName): Lines {
  if (volume.secret)
    return [
      'Type:\tSecret (a volume populated by a Secret)',
      `SecretName:\t${volume.secret.secretName}`,
      `Optional:\t${volume.secret.optional ?? false}`,
    ]
  if (volume.projected)
    return [
      'Type:\tProjected (a volume that contains injected data from multiple sources)',
      ...volume.projected.sources.flatMap(({ serviceAccountToken, configMap, downwardAPI }) => [
        ...(serviceAccountToken
          ? [`TokenExpirationSeconds:\t${serviceAccountToken.expirationSeconds}`]
          : []),
        ...(configMap
          ? [
              `ConfigMapName:\t${configMap.name}`,
              // A line that kubectl put right in 1.33.
              profile === '1.20' ? 'ConfigMapOptional:\t<nil>' : 'Optional:\tfalse',
            ]
          : []),
        ...(downwardAPI ? ['DownwardAPI:\ttrue'] : []),
      ]),
    ]
  return [
    "Type:\tEmptyDir (a temporary directory that shares a pod's lifetime)",
    `Medium:\t${volume.emptyDir?.medium ?? ''}`,
    `SizeLimit:\t${volume.emptyDir?.sizeLimit ?? '<unset>'}`,
  ]
}

/** The volumes of a pod or a template. */
export function volumesLines({ volumes = [] }: PodSpec, profile: ProfileName, indent = ''): Lines {
  if (volumes.length === 0) return [`${indent}Volumes:\t<none>`]
  return [
    `${indent}Volumes:`,
    ...volumes.flatMap((volume) => [
      // A volume is set one space deeper in a template, its fields are not.
      `${indent === '' ? '  ' : `${indent} `}${volume.name}:`,
      ...volumeLines(volume, profile).map((line) => `    ${line}`),
    ]),
  ]
}
