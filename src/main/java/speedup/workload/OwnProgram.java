package speedup.workload;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A person's source, compiled.
 *
 * @param loader has its classes, and the one that calls its method
 * @param method what is called for each item
 * @param caller full name of the class that calls it, an {@link OwnTask}
 * @param warnings what the compiler found that is no error
 */
record OwnProgram(
    ClassLoader loader, OwnMethod method, String caller, List<SourceProblem> warnings) {
  private static final int TOLD = 3;

  /**
   * Compiles a source. Nothing in it is run.
   *
   * @throws InputException with line and column of the first errors, or what to write instead
   */
  static OwnProgram compile(MemoryCompiler.Source source) throws InputException {
    var own = MemoryCompiler.compile(source);
    refuseErrors(own);
    var names = own.classes().keySet();
    var method = method(source, own);
    var caller = "MyCode";
    while (names.contains(method.beside(caller))) {
      caller += "_";
    }
    var called =
        MemoryCompiler.compile(
            source, new MemoryCompiler.Source(caller + ".java", method.caller(caller)));
    refuseErrors(called);
    return new OwnProgram(
        MemoryClasses.ofClasses(called.classes()), method, method.beside(caller), own.warnings());
  }

  /** What is wrong with a source, as {@link #compile} would say it; empty when it can be run. */
  static List<SourceProblem> problems(MemoryCompiler.Source source) {
    try {
      var own = MemoryCompiler.compile(source);
      if (own.errors().isEmpty()) {
        find(source, own);
      }
      return own.problems();
    } catch (UnfitSourceException e) {
      return List.of(e.in(source));
    } catch (InputException e) {
      return List.of(new SourceProblem(source.name(), 0, 0, true, e.getMessage()));
    }
  }

  private static OwnMethod method(MemoryCompiler.Source source, MemoryCompiler.Outcome own)
      throws InputException {
    try {
      return find(source, own);
    } catch (UnfitSourceException e) {
      var problem = e.in(source);
      throw new InputException(
          "source", problem.line() < 1 ? problem.sentence() : problem.inWords());
    }
  }

  private static OwnMethod find(MemoryCompiler.Source source, MemoryCompiler.Outcome own)
      throws UnfitSourceException {
    return OwnMethod.find(
        source.name(), MemoryClasses.ofClasses(own.classes()), own.classes().keySet());
  }

  private static void refuseErrors(MemoryCompiler.Outcome outcome) throws InputException {
    var errors = outcome.errors();
    if (!errors.isEmpty()) {
      var told =
          errors.stream().limit(TOLD).map(SourceProblem::inWords).collect(Collectors.joining("; "));
      throw new InputException(
          "source",
          told + (errors.size() > TOLD ? "; and %d more".formatted(errors.size() - TOLD) : ""));
    }
  }

  /**
   * What workers run. Made without initialising a class of the person's.
   *
   * @param millis how long an item may take
   */
  OwnTask task(long millis) {
    try {
      return (OwnTask) loader.loadClass(caller).getConstructor(long.class).newInstance(millis);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the caller was compiled here and cannot be made", e);
    }
  }
}
