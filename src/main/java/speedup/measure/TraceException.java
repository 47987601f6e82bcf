package speedup.measure;

import java.io.IOException;

/** Bytes that hold no whole trace: one sentence that says what can still be shown. */
public final class TraceException extends IOException {
  TraceException(String reason) {
    super(
        "the trace %s; the timeline and the figures of its workers cannot be shown, the times and"
                .formatted(reason)
            + " what follows from them can");
  }
}
