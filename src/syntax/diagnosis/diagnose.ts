import { PySyntaxError } from "../errors.ts";
import type { TokenList } from "../token-list.ts";
export function diagnose(tokens: TokenList, o: {filename:string;mode:string;barry:boolean;stoppedAt:number}): PySyntaxError {
  const i=o.stoppedAt; return new PySyntaxError({message:"invalid syntax "+JSON.stringify(tokens.error), filename:o.filename,lineno:tokens.line[i]!,offset:tokens.col[i]!+1,end_lineno:tokens.line[i]!,end_offset:0,text:null});
}
