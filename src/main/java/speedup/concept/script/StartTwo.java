package speedup.concept.script;

import java.util.concurrent.atomic.AtomicReference;
import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.ProcessEvent;
import speedup.pool.ChildProcess;
import speedup.pool.task.TaskAction;

/** Starts two processes, then waits for both. */
public record StartTwo(
    TaskAction first,
    TaskAction second,
    ProcessEvent aWorks,
    ProcessEvent bWorks,
    AtomicReference<Object> seconds)
    implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    var a = new ChildProcess(first);
    var b = new ChildProcess(second);
    step.next("a", "start()");
    a.start();
    step.next("b", "start()");
    b.start();
    step.next("aWorks", "await()");
    aWorks.await();
    step.next("bWorks", "await()");
    bWorks.await();
    var from = System.nanoTime();
    step.next("a", "join()");
    a.join();
    step.next("b", "join()");
    b.join();
    seconds.set((System.nanoTime() - from) / 1e9);
  }
}
