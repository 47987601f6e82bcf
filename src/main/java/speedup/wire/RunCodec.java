package speedup.wire;

/** Elements that are all Integer, all Long, all Double or all text: one tag for all of them. */
final class RunCodec {
  private RunCodec() {}

  /**
   * Writes the elements when they are of one such kind.
   *
   * @return false when they are not; then nothing was written
   */
  static boolean write(Object[] values, OutBuffer out) {
    var first = values.length == 0 ? null : values[0];
    var start = out.size();
    boolean whole;
    if (first instanceof Integer) {
      whole = writeInts(values, out);
    } else if (first instanceof String) {
      whole = writeTexts(values, out);
    } else if (first instanceof Long) {
      whole = writeLongs(values, out);
    } else if (first instanceof Double) {
      whole = writeDoubles(values, out);
    } else {
      return false;
    }
    if (!whole) {
      out.truncate(start, Integer.MAX_VALUE);
    }
    return whole;
  }

  private static void begin(int tag, Object[] values, OutBuffer out) {
    out.put(tag);
    out.putVar(values.length);
  }

  private static boolean writeInts(Object[] values, OutBuffer out) {
    begin(ValueTag.INT_RUN, values, out);
    return out.putInts(values);
  }

  private static boolean writeLongs(Object[] values, OutBuffer out) {
    begin(ValueTag.LONG_RUN, values, out);
    for (var value : values) {
      if (!(value instanceof Long number)) {
        return false;
      }
      out.putSigned(number);
    }
    return true;
  }

  private static boolean writeDoubles(Object[] values, OutBuffer out) {
    begin(ValueTag.DOUBLE_RUN, values, out);
    for (var value : values) {
      if (!(value instanceof Double number)) {
        return false;
      }
      out.putLong(Double.doubleToRawLongBits(number));
    }
    return true;
  }

  private static boolean writeTexts(Object[] values, OutBuffer out) {
    begin(ValueTag.TEXT_RUN, values, out);
    for (var value : values) {
      if (!(value instanceof String text) || !out.putExactText(text)) {
        return false;
      }
    }
    return true;
  }

  /** The elements after the tag of a run. */
  static Object[] read(int tag, InBuffer in) throws WireException {
    // no element holds others: what is promised must be there, and room is made for it only once
    var count = in.getCount(tag == ValueTag.DOUBLE_RUN ? Double.BYTES : 1);
    var values = new Object[count];
    switch (tag) {
      case ValueTag.INT_RUN -> in.getInts(values);
      case ValueTag.LONG_RUN -> {
        for (var i = 0; i < count; i++) {
          values[i] = in.getSigned();
        }
      }
      case ValueTag.DOUBLE_RUN -> {
        for (var i = 0; i < count; i++) {
          values[i] = Double.longBitsToDouble(in.getLong());
        }
      }
      case ValueTag.TEXT_RUN -> {
        for (var i = 0; i < count; i++) {
          values[i] = in.getText();
        }
      }
      default -> throw new WireException("no tag of a run: " + tag);
    }
    return values;
  }
}
