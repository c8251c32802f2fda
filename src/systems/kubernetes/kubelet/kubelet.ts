/** What happens on a node by itself. */
export type KubeletEvent = { readonly kind: 'kubelet'; readonly node: string }
