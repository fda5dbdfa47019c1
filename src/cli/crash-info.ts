// What the crash reporter is told of heaps and of who wants to hear.
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import type { CrashInfo } from "../platform/platform.ts";

export function crashInfo(): CrashInfo {
  const { VM, PyCode, PyStr, TraceInfo } = Layout;
  const { TRACE_TABLE_BASE, TRACE_MAX } = CoreConst;
  return {
    version: "0.1.0",
    issuesUrl: "https://github.com/krait-lang/krait/issues",
    python: {
      vmFrame: VM.fp,
      frameCode: -12 >>> 0, // FRAME_CODE in native/core/frame.h
      codeName: PyCode.name,
      codeFile: PyCode.filename,
      codeLine: PyCode.first_line,
      strLength: PyStr.length,
      strKind: PyStr.kind,
      strBytes: PyStr.data,
    },
    traces: {
      table: TRACE_TABLE_BASE,
      size: TraceInfo.size,
      count: TRACE_MAX,
      codeStart: TraceInfo.code_start,
      codeEnd: TraceInfo.code_end,
      label: TraceInfo.pad,
    },
  };
}
