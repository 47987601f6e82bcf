package speedup.history;

/** The history could not do what was asked: one sentence that says why and what to do. */
public final class StoreException extends Exception {
  StoreException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
