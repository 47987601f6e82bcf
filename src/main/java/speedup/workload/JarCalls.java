package speedup.workload;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls what a person's jar does in the app's own process, for a limited time. A call that takes
 * too long is interrupted. Java cannot end a thread that does not want to, so one that goes on all
 * the same is left behind: the run fails, and the program goes on without it.
 *
 * @param jar what it is called in sentences
 * @param millis how long one call may take
 */
record JarCalls(String jar, long millis) {
  private static final Duration GRACE = Duration.ofMillis(500);
  private static final long LEAST_MILLIS = 30_000;

  /**
   * Calls into a jar.
   *
   * @param chunkMillis how long a chunk of its items may take: what is done once may take as long,
   *     and 30 s at least
   */
  static JarCalls of(Path jar, long chunkMillis) {
    return new JarCalls(Words.file(jar), Math.max(LEAST_MILLIS, chunkMillis));
  }

  /**
   * Calls.
   *
   * @param what is called, such as {@code "prepare()"}
   * @throws ExecutionException with what the call threw
   * @throws SlowJarException when it took too long
   */
  <T> T call(String what, Callable<T> call) throws ExecutionException, InterruptedException {
    var answer = new FutureTask<>(call);
    var thread = Thread.ofPlatform().name(what + " of a jar").daemon().start(answer);
    try {
      return answer.get(millis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      thread.interrupt();
      throw new SlowJarException(sentence(what, thread.join(GRACE)));
    } catch (InterruptedException e) {
      thread.interrupt(); // the person stops the run, and this with it
      throw e;
    }
  }

  private String sentence(String what, boolean ended) {
    var allowed = millis % 1_000 == 0 ? millis / 1_000 + " s" : millis + " ms";
    return "%s of %s took longer than %s and %s; let it do less, or allow more seconds"
        .formatted(
            what,
            jar,
            allowed,
            ended
                ? "was stopped"
                : "cannot be stopped, so it keeps a core busy until this program is closed");
  }

  /** The same for what throws nothing that must be caught. */
  <T> T show(String what, Callable<T> call) {
    try {
      return call(what, call);
    } catch (ExecutionException e) {
      throw unchecked(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("stopped");
    }
  }

  /** As it was thrown, where nothing has to say so. */
  static RuntimeException unchecked(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof RuntimeException known ? known : new IllegalStateException(thrown);
  }
}
