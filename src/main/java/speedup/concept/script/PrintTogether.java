package speedup.concept.script;

import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.ProcessLock;
import speedup.ipc.ProcessQueue;

/** Prints three lines that belong together, one process at a time. */
public record PrintTogether(ProcessLock lock, ProcessQueue<String> screen, String name)
    implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    step.next("lock", "acquire()");
    lock.acquire();
    for (var line = 1; line <= 3; line++) {
      step.next("screen", "put()");
      screen.put(name + " prints line " + line);
    }
    step.next("lock", "release()");
    lock.release();
  }
}
