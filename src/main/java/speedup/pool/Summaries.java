package speedup.pool;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Map;

/** Arguments in a few words. Calls no method of a user's class: it may be slow, or throw. */
final class Summaries {
  private static final int MAX_TEXT = 60;

  private Summaries() {}

  static String of(Object value) {
    return switch (value) {
      case null -> "null";
      case String text -> '"' + shortened(text) + '"';
      case Number number when isJdk(number) -> shortened(number.toString());
      case Boolean _, Character _, Enum<?> _ -> String.valueOf(value);
      case Collection<?> all when isJdk(all) -> "%s of %d".formatted(name(all), all.size());
      case Map<?, ?> map when isJdk(map) -> "%s of %d".formatted(name(map), map.size());
      default ->
          value.getClass().isArray()
              ? value.getClass().componentType().getSimpleName()
                  + "["
                  + Array.getLength(value)
                  + "]"
              : "a " + name(value);
    };
  }

  private static boolean isJdk(Object value) {
    return value.getClass().getName().startsWith("java.");
  }

  private static String name(Object value) {
    return value instanceof Collection<?> && isJdk(value)
        ? value instanceof java.util.List ? "List" : "Collection"
        : value.getClass().getSimpleName();
  }

  private static String shortened(String text) {
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "…";
  }
}
