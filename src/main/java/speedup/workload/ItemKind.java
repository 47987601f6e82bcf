package speedup.workload;

import java.util.Arrays;
import java.util.Optional;

/** What a person's method takes: one item as this. */
enum ItemKind {
  LONG("asLong", long.class, Long.class),
  INT("asInt", int.class, Integer.class),
  DOUBLE("asDouble", double.class, Double.class),
  TEXT("asText", String.class);

  /** How the method of {@link OwnItems} is called that gives it. */
  final String getter;

  private final Class<?>[] types;

  ItemKind(String getter, Class<?>... types) {
    this.getter = getter;
    this.types = types;
  }

  static Optional<ItemKind> of(Class<?> type) {
    return Arrays.stream(values())
        .filter(kind -> Arrays.asList(kind.types).contains(type))
        .findFirst();
  }

  /** Whether a line of a file can be an item. */
  boolean fits(String line) {
    try {
      switch (this) {
        case LONG -> Long.parseLong(line.strip());
        case INT -> Integer.parseInt(line.strip());
        case DOUBLE -> Double.parseDouble(line.strip());
        case TEXT -> {}
      }
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
