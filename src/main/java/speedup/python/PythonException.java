package speedup.python;

/** Python cannot be used, or a run in it broke off. The message is a sentence for people. */
public final class PythonException extends Exception {
  PythonException(String sentence) {
    super(sentence);
  }

  PythonException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
