// What the bench uses of peers that ship no types.
declare module 'json-logic-js' {
  const jsonLogic: { apply(logic: unknown, data: unknown): unknown };
  export default jsonLogic;
}
declare module 'javascript-state-machine' {
  export interface Lifecycle { readonly transition: string; readonly from: string; readonly to: string }
  export interface Machine { state: string; [transition: string]: unknown }
  const StateMachine: { factory(config: object): new (...data: unknown[]) => Machine };
  export default StateMachine;
}
