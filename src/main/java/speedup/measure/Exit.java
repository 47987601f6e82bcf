package speedup.measure;

import java.util.Optional;

/**
 * How a process ended.
 *
 * @param code its exit code; 128+n when signal n ended it
 * @param signal name of that signal, such as {@code SIGKILL}
 */
public record Exit(int code, Optional<String> signal) {
  /** In words, such as {@code "killed by SIGKILL"} or {@code "exit code 3"}. */
  public String inWords() {
    return signal.map(name -> "killed by " + name).orElse("exit code " + code);
  }
}
