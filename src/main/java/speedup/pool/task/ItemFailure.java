package speedup.pool.task;

import java.io.PrintWriter;
import java.io.StringWriter;
import speedup.wire.Throwables;

/**
 * What a task threw, on its way back.
 *
 * @param type class name
 * @param text its message, or empty
 * @param trace its stack trace as text
 * @param thrown the throwable itself, serialised; empty when it cannot be
 */
public record ItemFailure(String type, String text, String trace, byte[] thrown) {
  private static final int MAX_TEXT = 64 * 1024;

  /** Describes a throwable; one that cannot even describe itself is told of as such. */
  public static ItemFailure of(Throwable thrown) {
    var trace = new StringWriter();
    var text = "";
    try {
      text = thrown.getMessage() == null ? "" : thrown.getMessage();
      thrown.printStackTrace(new PrintWriter(trace));
    } catch (RuntimeException | Error e) {
      text = "(it does not say why: its own getMessage threw " + e.getClass().getName() + ")";
    }
    return new ItemFailure(
        thrown.getClass().getName(),
        shortened(text),
        shortened(trace.toString()),
        Throwables.toBytes(thrown));
  }

  private static String shortened(String text) {
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "…";
  }
}
