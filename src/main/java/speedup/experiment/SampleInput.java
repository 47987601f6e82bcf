package speedup.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import speedup.settings.UserFolders;
import speedup.workload.InputException;
import speedup.workload.Preparation;
import speedup.workload.Settings;
import speedup.workload.Workload;

/** Makes the sample input of a workload where a person wants it. */
public final class SampleInput {
  private SampleInput() {}

  /** Hears how far it is, on the thread that makes it. */
  @FunctionalInterface
  public interface Listener {
    /** As {@link Preparation#progress}. */
    void progress(double fraction, String detail);
  }

  /**
   * Makes it. What is there already stays as it is.
   *
   * @param to a file or folder, as the workload reads one
   * @param settings by parameter id, only what was set
   * @return what was made, in words
   * @throws InputException when the workload reads nothing, a setting cannot be used, or there is
   *     something at that place
   * @throws IOException when writing fails; nothing half-written is left
   * @throws InterruptedException when the thread was interrupted; nothing half-written is left
   */
  public static String make(
      Workload workload, Map<String, String> settings, Path to, Listener listener)
      throws InputException, IOException, InterruptedException {
    var generator =
        workload
            .generator()
            .orElseThrow(() ->
                new InputException(
                    null,
                    "%s reads no file or folder, so there is nothing to make for it; run it as it is"
                        .formatted(workload.id())));
    var checked = Settings.of(workload.parameters(), settings);
    if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
      throw new InputException(
          null,
          "there is something at %s already, and it is not written over; give another place"
              .formatted(to));
    }
    var input = new InputRoom(UserFolders.ofThisUser().cache());
    return generator.generate(
        checked,
        to,
        new Preparation() {
          @Override
          public Path cacheFolder() {
            return input.cache().place();
          }

          @Override
          public void progress(double fraction, String detail) {
            listener.progress(fraction, detail);
          }
        });
  }
}
