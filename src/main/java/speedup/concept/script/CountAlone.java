package speedup.concept.script;

import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.SharedInt;

/** Counts in shared memory as if nobody else did. */
public record CountAlone(SharedInt counter, int rounds) implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    for (var i = 0; i < rounds; i++) {
      step.often("counter", "get()");
      var seen = counter.get();
      step.often("counter", "set()");
      counter.set(seen + 1);
    }
  }
}
