package speedup.workload;

import java.nio.file.Path;

/** What a workload is given while it makes or reads its input. */
public interface Preparation {
  /** A private folder for generated input, kept between runs. Write aside, then move. */
  Path cacheFolder();

  /**
   * Says how far the preparation is.
   *
   * @param fraction 0 to 1, or NaN where that is not known
   * @param detail what is being done, such as {@code "reading numbers.txt"}
   */
  void progress(double fraction, String detail);
}
