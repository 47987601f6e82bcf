package speedup;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A disk of its own in a folder, which only root can make; where there is none, a test is skipped.
 */
public final class SmallDisk implements AutoCloseable {
  private final Path place;

  private SmallDisk(Path place) {
    this.place = place;
  }

  /**
   * Makes one.
   *
   * @param options such as {@code size=100k}
   */
  public static SmallDisk mount(Path place, String options)
      throws IOException, InterruptedException {
    Files.createDirectories(place);
    assumeTrue(
        command("mount", "-t", "tmpfs", "-o", options, "tmpfs", place.toString()),
        "only root can make a small disk");
    return new SmallDisk(place);
  }

  /** Changes it, such as {@code ro} or another size. */
  public void change(String options) throws InterruptedException {
    assertTrue(command("mount", "-o", "remount," + options, place.toString()));
  }

  /** Whether a command succeeds. */
  public static boolean command(String... command) throws InterruptedException {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false; // there is no such command on this system
    }
  }

  @Override
  public void close() throws IOException {
    try {
      assertTrue(command("umount", place.toString()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the disk is still there", e);
    }
  }
}
