declare module '*/sources.yaml' {
  const references: readonly import('../frame/contract.ts').Reference[]
  export default references
}

declare module '*/module.yaml' {
  const course: import('./content.ts').CourseModule
  export default course
}

declare module '*.module.css' {
  const names: Readonly<Record<string, string>>
  export default names
}
