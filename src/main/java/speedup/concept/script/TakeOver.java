package speedup.concept.script;

import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.ProcessEvent;
import speedup.ipc.ProcessLock;
import speedup.ipc.SharedInt;
import speedup.ipc.SharedIntArray;

/** Takes a lock after somebody who may have left things half done, and puts them right. */
public record TakeOver(
    ProcessLock lock, SharedIntArray accounts, ProcessEvent halfway, SharedInt abandoned)
    implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    step.next("halfway", "await()");
    halfway.await();
    step.next("lock", "acquire()");
    lock.acquire();
    step.next("lock", "wasAbandoned()");
    if (lock.wasAbandoned()) {
      step.say("true: the one before was killed with the lock");
      abandoned.set(1);
      step.next("accounts", "set()");
      accounts.set(1, 100 - accounts.get(0));
    }
    step.next("lock", "release()");
    lock.release();
  }
}
