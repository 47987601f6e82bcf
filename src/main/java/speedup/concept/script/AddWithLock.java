package speedup.concept.script;

import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.SharedIntArray;

/** Adds to all elements of a shared array again and again, and has its lock while it does. */
public record AddWithLock(SharedIntArray array, int rounds) implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    for (var round = 0; round < rounds; round++) {
      step.often("array", "acquire()");
      array.acquire();
      for (var i = 0; i < array.length(); i++) {
        step.often("array", "get(i)");
        var seen = array.get(i);
        step.often("array", "set(i)");
        array.set(i, seen + 1);
      }
      step.often("array", "release()");
      array.release();
    }
  }
}
