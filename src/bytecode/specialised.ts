/**
 * Specialised forms of opcodes: what the interpreter rewrites an instruction to once it has seen its operands. The compiler never
 * emits them; they keep the operands, flags and cache words of the opcode they specialise. Ids from FIRST_SPECIALISED up.
 */
export interface SpecialisedInfo {
  readonly id: number;
  /** Name of the generic opcode in OPCODES. */
  readonly specialises: string;
}

export const SPECIALISED = {} as const satisfies Record<string, SpecialisedInfo>;
