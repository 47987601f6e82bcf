package speedup.workload;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Random vectors that follow from a seed, and what is done with them: the same bits in every
 * process and for every cut.
 *
 * @param seed where the random sequence begins
 * @param dimension coordinates of a vector
 */
public record VectorSpace(long seed, int dimension) implements Serializable {
  /** So many vectors are shown. */
  static final int SHOWN_ROWS = 5;

  private static final int BINS = 20;

  /** Of a coordinate from -1 to 1: how far the length of a vector of many of them spreads. */
  private static final double DEVIATION = Math.sqrt(1.0 / 15);

  private static final double DEVIATIONS_SHOWN = 4;

  /** Parts of equal width in which lengths are counted; what lies outside is in the outermost. */
  record Bins(double from, double width) {
    int of(double length) {
      return Math.clamp((long) ((length - from) / width), 0, BINS - 1);
    }

    List<Shown.Bars.Bar> bars(List<Long> counts) {
      var bars = new ArrayList<Shown.Bars.Bar>();
      for (var bin = 0; bin < counts.size(); bin++) {
        var label = Words.say("%.3f to %.3f", from + bin * width, from + (bin + 1) * width);
        bars.add(new Shown.Bars.Bar(label, counts.get(bin)));
      }
      return bars;
    }
  }

  /** Where lengths are expected: around the root of a third of the dimension. */
  Bins bins() {
    var middle = Math.sqrt(dimension / 3.0);
    var from = Math.max(0, middle - DEVIATIONS_SHOWN * DEVIATION);
    var to = Math.min(Math.sqrt(dimension), middle + DEVIATIONS_SHOWN * DEVIATION);
    return new Bins(from, (to - from) / BINS);
  }

  /** Makes consecutive vectors. */
  double[] vectors(long first, int count) {
    var coordinates = new double[count * dimension];
    var position = first * dimension;
    for (var i = 0; i < coordinates.length; i++) {
      coordinates[i] = 2 * SplitMix.fraction(seed, position + i) - 1;
    }
    return coordinates;
  }

  /**
   * Divides each vector by its length, in its place. One of length 0 has no direction and stays.
   *
   * @return lengths and counts; the vectors themselves and their checksum are left to the caller
   */
  VectorPart divide(long first, double[] coordinates) {
    var bins = bins();
    var lengths = new long[BINS];
    var shortest = Double.POSITIVE_INFINITY;
    var longest = 0.0;
    for (var start = 0; start < coordinates.length; start += dimension) {
      var length = divide(coordinates, start);
      lengths[bins.of(length)]++;
      shortest = Math.min(shortest, length);
      longest = Math.max(longest, length);
    }
    return new VectorPart(first, coordinates, 0, lengths, shortest, longest);
  }

  private double divide(double[] coordinates, int start) {
    var sum = 0.0;
    for (var i = start; i < start + dimension; i++) {
      sum += coordinates[i] * coordinates[i];
    }
    var length = Math.sqrt(sum);
    if (length > 0) {
      for (var i = start; i < start + dimension; i++) {
        coordinates[i] /= length;
      }
    }
    return length;
  }

  /**
   * A checksum of all bits that does not depend on the cut: those of the parts are added up. Two
   * numbers that change places, or one bit, change it.
   */
  long checksum(long first, double[] units) {
    var position = first * dimension;
    var sum = 0L;
    for (var i = 0; i < units.length; i++) {
      sum += SplitMix.mix(Double.doubleToRawLongBits(units[i]) ^ (position + i) * SplitMix.GAMMA);
    }
    return sum;
  }
}
