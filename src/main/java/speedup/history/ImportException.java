package speedup.history;

import java.io.IOException;

/** A file from which nothing can be shown: one sentence that says why and what to do. */
public final class ImportException extends IOException {
  ImportException(String sentence) {
    super(sentence);
  }

  ImportException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
