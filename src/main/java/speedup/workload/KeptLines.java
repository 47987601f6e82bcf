package speedup.workload;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Lines that match, side by side in a few arrays: tens of thousands of them cross from process to
 * process as quickly as one, where objects would each have to be made again.
 *
 * @param numbers of the lines, from 1
 * @param text of all lines, one after the other
 * @param ends where each line ends in the text
 * @param from where in its line the first match begins
 * @param to one past its end
 */
public record KeptLines(long[] numbers, String text, int[] ends, int[] from, int[] to) {
  static final KeptLines NONE = new KeptLines(new long[0], "", new int[0], new int[0], new int[0]);

  /** How many there are. */
  public int size() {
    return numbers.length;
  }

  /** The lines in their order. */
  public Stream<FileMatches.Line> stream() {
    return IntStream.range(0, size()).mapToObj(this::line);
  }

  private FileMatches.Line line(int i) {
    return new FileMatches.Line(
        numbers[i], text.substring(i == 0 ? 0 : ends[i - 1], ends[i]), from[i], to[i]);
  }

  /** Gathers lines. */
  static final class Builder {
    private static final int FIRST_SIZE = 64;

    private final StringBuilder text = new StringBuilder();
    private long[] numbers = new long[FIRST_SIZE];
    private int[] ends = new int[FIRST_SIZE];
    private int[] from = new int[FIRST_SIZE];
    private int[] to = new int[FIRST_SIZE];
    private int size;

    void add(FileMatches.Line line) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * size);
        ends = Arrays.copyOf(ends, 2 * size);
        from = Arrays.copyOf(from, 2 * size);
        to = Arrays.copyOf(to, 2 * size);
      }
      text.append(line.text());
      numbers[size] = line.number();
      ends[size] = text.length();
      from[size] = line.from();
      to[size] = line.to();
      size++;
    }

    int size() {
      return size;
    }

    int characters() {
      return text.length();
    }

    KeptLines build() {
      return new KeptLines(
          Arrays.copyOf(numbers, size),
          text.toString(),
          Arrays.copyOf(ends, size),
          Arrays.copyOf(from, size),
          Arrays.copyOf(to, size));
    }
  }
}
