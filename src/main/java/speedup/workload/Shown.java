package speedup.workload;

import java.nio.file.Path;
import java.util.List;

/** A result in a form that a person can look at. Values; bounded in size by who makes them. */
public sealed interface Shown {
  /** What is seen, as a heading. */
  String title();

  /**
   * Pictures that were made of others.
   *
   * @param folder where those that were made are
   * @param all how many there are; {@code pairs} may hold the first of them
   */
  record Pictures(String title, Path folder, List<Pair> pairs, long all) implements Shown {
    /**
     * A picture and what was made of it.
     *
     * @param orientation how the one before is stored, 1 (upright) to 8, as EXIF counts (tag
     *     0x0112, CIPA DC-008); the one after is upright
     */
    public record Pair(Path before, int orientation, Path after) {
      /** Of a picture that is stored upright. */
      public Pair(Path before, Path after) {
        this(before, 1, after);
      }
    }

    /** Copies the pairs. */
    public Pictures {
      pairs = List.copyOf(pairs);
    }
  }

  /**
   * Lines that were found in files.
   *
   * @param all how many there are; {@code lines} may hold the first of them
   */
  record Lines(String title, List<Line> lines, long all) implements Shown {
    /**
     * A line.
     *
     * @param number from 1
     * @param text the line, shortened where it is very long
     * @param from where in the text the first match begins
     * @param to one past its end
     */
    public record Line(Path file, long number, String text, int from, int to) {}

    /** Copies the lines. */
    public Lines {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Amounts beside each other, such as a histogram.
   *
   * @param unit what the values count
   */
  record Bars(String title, String unit, List<Bar> bars) implements Shown {
    /** An amount. */
    public record Bar(String label, double value) {}

    /** Copies the bars. */
    public Bars {
      bars = List.copyOf(bars);
    }
  }

  /**
   * A picture.
   *
   * @param rgb a pixel an int, 0xRRGGBB, row by row
   */
  record Picture(String title, int width, int height, int[] rgb) implements Shown {}

  /** Rows of text under a header. */
  record Table(String title, List<String> header, List<List<String>> rows) implements Shown {
    /** Copies the rows. */
    public Table {
      header = List.copyOf(header);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }
}
