package speedup.wire;

/** Tags of values on the wire. A tag is never given to another kind. */
final class ValueTag {
  static final int NULL = 0;
  static final int TRUE = 1;
  static final int FALSE = 2;
  static final int BYTE = 3;
  static final int SHORT = 4;
  static final int CHAR = 5;
  static final int INT = 6;
  static final int LONG = 7;
  static final int FLOAT = 8;
  static final int DOUBLE = 9;
  static final int TEXT = 10;
  static final int BOOLEANS = 11;
  static final int BYTES = 12;
  static final int SHORTS = 13;
  static final int CHARS = 14;
  static final int INTS = 15;
  static final int LONGS = 16;
  static final int FLOATS = 17;
  static final int DOUBLES = 18;
  static final int OBJECTS = 19;
  static final int LIST = 20;
  static final int RECORD = 21;
  static final int ENUM = 22;
  static final int LAMBDA = 23;
  static final int JDK = 24;
  static final int INT_RUN = 25;
  static final int LONG_RUN = 26;
  static final int DOUBLE_RUN = 27;
  static final int TEXT_RUN = 28;
  static final int TYPED_ARRAY = 29;
  static final int SET = 30;
  static final int MAP = 31;
  static final int HASH_SET = 32;
  static final int HASH_MAP = 33;
  static final int TREE_SET = 34;
  static final int TREE_MAP = 35;

  private ValueTag() {}
}
