package speedup.workload;

import java.util.Optional;

/** A setting or an input that cannot be used. The message says what is wrong and what to do. */
public final class InputException extends Exception {
  private final String parameter;

  /**
   * Names what is wrong.
   *
   * @param parameter id of the parameter it is about, or null
   */
  public InputException(String parameter, String message) {
    super(message);
    this.parameter = parameter;
  }

  /** The parameter whose field shows the message. */
  public Optional<String> parameter() {
    return Optional.ofNullable(parameter);
  }
}
