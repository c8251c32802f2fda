const NAME = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/
const VALUE = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/
const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/

const NAME_RULE =
  "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')"
const SUBDOMAIN_RULE =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')"
const VALUE_RULE =
  "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')"

const tooLong = (most: number): string => `must be no more than ${most} characters`

/** What is wrong with a name such as `example.com`, in the API's words; nothing if it is one. */
export function subdomainProblems(name: string): readonly string[] {
  return [
    ...(name.length > 253 ? [tooLong(253)] : []),
    ...(SUBDOMAIN.test(name) ? [] : [SUBDOMAIN_RULE]),
  ]
}

function prefixProblems(prefix: string): readonly string[] {
  return prefix === ''
    ? ['prefix part must be non-empty']
    : subdomainProblems(prefix).map((problem) => `prefix part ${problem}`)
}

/** What is wrong with the key of a label or an annotation, in the API's words; nothing if it is one. */
export function labelKeyProblems(key: string): readonly string[] {
  const [first = '', second, ...more] = key.split('/')
  if (more.length > 0)
    return [
      `a qualified name ${NAME_RULE} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`,
    ]
  const name = second ?? first
  return [
    ...(second === undefined ? [] : prefixProblems(first)),
    ...(name === '' ? ['name part must be non-empty'] : []),
    ...(name.length > 63 ? [`name part ${tooLong(63)}`] : []),
    ...(NAME.test(name) ? [] : [`name part ${NAME_RULE}`]),
  ]
}

/** What is wrong with the value of a label, in the API's words; nothing if it is one. */
export function labelValueProblems(value: string): readonly string[] {
  return [...(value.length > 63 ? [tooLong(63)] : []), ...(VALUE.test(value) ? [] : [VALUE_RULE])]
}
