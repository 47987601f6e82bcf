package speedup.workload;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/**
 * A result of a person's own method as text, the same in every process: no {@code toString} of the
 * person's classes is called. For one result.
 */
final class ResultText {
  private static final int MOST_CHARACTERS = 1 << 20;
  private static final int MOST_DEPTH = 100;

  private final StringBuilder text = new StringBuilder();
  private final String item;

  private ResultText(String item) {
    this.item = item;
  }

  /**
   * Writes a result.
   *
   * @param item which item it belongs to, for sentences
   * @throws OwnTaskException when it holds something that cannot be shown, or is too large
   */
  static String of(Object result, String item) throws OwnTaskException {
    var writer = new ResultText(item);
    writer.write(result, 0);
    return writer.text.toString();
  }

  private void write(Object value, int depth) throws OwnTaskException {
    if (depth > MOST_DEPTH || text.length() > MOST_CHARACTERS) {
      throw new OwnTaskException(
          "%s: the result is nested too deep or longer than 1 MiB of text; return less"
              .formatted(item));
    }
    switch (value) {
      case null -> text.append("null");
      case String _, Boolean _, Character _, BigInteger _, BigDecimal _ -> text.append(value);
      case Long _, Integer _, Short _, Byte _, Double _, Float _ -> text.append(value);
      case List<?> list -> elements(list.toArray(), depth);
      case Record shape -> components(shape, depth);
      default -> {
        if (!value.getClass().isArray()) {
          throw new OwnTaskException(
              "%s: the result holds a %s; return a number, a String, a boolean, or a record, list or array of these"
                  .formatted(item, value.getClass().getName()));
        }
        elements(value, depth);
      }
    }
  }

  private void elements(Object array, int depth) throws OwnTaskException {
    text.append('[');
    for (var i = 0; i < Array.getLength(array); i++) {
      text.append(i == 0 ? "" : ", ");
      write(Array.get(array, i), depth + 1);
    }
    text.append(']');
  }

  private void components(Record shape, int depth) throws OwnTaskException {
    text.append(shape.getClass().getSimpleName()).append('[');
    var parts = shape.getClass().getRecordComponents();
    for (var i = 0; i < parts.length; i++) {
      text.append(i == 0 ? "" : ", ").append(parts[i].getName()).append('=');
      write(value(shape, parts[i]), depth + 1);
    }
    text.append(']');
  }

  private Object value(Record shape, RecordComponent part) throws OwnTaskException {
    try {
      var accessor = part.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(shape);
    } catch (InvocationTargetException e) {
      throw OwnTaskException.of(e.getCause(), item, shape.getClass());
    } catch (IllegalAccessException e) {
      throw new OwnTaskException("%s: %s cannot be read: %s".formatted(item, part, e.getMessage()));
    }
  }
}
