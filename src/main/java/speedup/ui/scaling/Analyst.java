package speedup.ui.scaling;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Works out what was measured, one task after the other, on a thread that lets others go first. */
final class Analyst implements Executor, AutoCloseable {
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          0,
          1,
          1,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          task -> {
            var made = new Thread(task, "analyst of studies");
            made.setDaemon(true);
            made.setPriority(Thread.MIN_PRIORITY);
            return made;
          },
          // after the window has closed nobody waits for the answer
          new ThreadPoolExecutor.DiscardPolicy());

  @Override
  public void execute(Runnable task) {
    thread.execute(task);
  }

  @Override
  public void close() {
    thread.shutdown();
  }
}
