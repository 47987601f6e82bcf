package speedup.workload;

import java.lang.reflect.Method;
import java.util.Optional;

/** A source that compiles but has no method to call for each item; says what to write. */
final class UnfitSourceException extends Exception {
  private final transient Method method;

  /**
   * Says what to write.
   *
   * @param method that it is about, or null where it is about the source as a whole
   */
  UnfitSourceException(Method method, String sentence) {
    super(sentence);
    this.method = method;
  }

  /** As a problem at the line of the method. */
  SourceProblem in(MemoryCompiler.Source source) {
    var line = Optional.ofNullable(method).map(about -> MethodLine.of(source, about)).orElse(0L);
    return new SourceProblem(source.name(), line, 0, true, getMessage());
  }
}
