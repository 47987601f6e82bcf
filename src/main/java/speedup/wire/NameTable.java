package speedup.wire;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Numbers of names in the order in which they came. Most values name one or two classes. */
final class NameTable {
  private static final int FEW = 8;

  private String[] few = new String[2];
  private Map<String, Integer> many; // from the ninth name on, with all of them
  private int size;

  /** The number of a name, from 0; -1 when it is new. */
  int indexOf(String name) {
    if (many != null) {
      return many.getOrDefault(name, -1);
    }
    for (var i = 0; i < size; i++) {
      if (few[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  void add(String name) {
    if (size == FEW) {
      many = new HashMap<>();
      for (var i = 0; i < size; i++) {
        many.put(few[i], i);
      }
    }
    if (many != null) {
      many.put(name, size++);
      return;
    }
    if (size == few.length) {
      few = Arrays.copyOf(few, 2 * size);
    }
    few[size++] = name;
  }
}
