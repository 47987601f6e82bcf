package speedup.history;

import java.nio.file.Path;
import java.util.Map;
import speedup.measure.EngineKind;

/** A process that keeps runs until it is killed, and prints the id of each that is kept. */
final class SavingChild {
  private SavingChild() {}

  public static void main(String[] arguments) throws StoreException {
    var trace = Map.of(EngineKind.PROCESSES, KeptRuns.trace(50_000));
    try (var store = RunStore.open(Path.of(arguments[0])).store().orElseThrow()) {
      while (!System.out.checkError()) {
        var run = KeptRuns.run("primes-file", "kept by a child").withTraces(trace);
        store.save(run);
        System.out.println(run.id());
      }
    }
  }
}
