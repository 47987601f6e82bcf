package speedup.concept.script;

import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.ProcessEvent;
import speedup.ipc.ProcessLock;
import speedup.ipc.SharedIntArray;

/** Moves 30 from one account to another; slow enough to be killed in between. */
public record MoveHalf(ProcessLock lock, SharedIntArray accounts, ProcessEvent halfway)
    implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    step.next("lock", "acquire()");
    lock.acquire();
    step.next("accounts", "getAndAdd()");
    accounts.getAndAdd(0, -30);
    step.next("halfway", "set()");
    halfway.set();
    step.next("worker 1", "sleep()");
    Thread.sleep(60_000);
    accounts.getAndAdd(1, 30);
    lock.release();
  }
}
