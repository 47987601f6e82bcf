package speedup.pool.task;

import java.util.Arrays;
import java.util.List;

/**
 * Applies a function to each item of a chunk. An item that throws leaves its {@link ItemFailure} in
 * the place of its result; the others are computed.
 *
 * @param function what each item is given to
 */
public record EachItem(TaskFunction<Object, Object> function)
    implements TaskFunction<List<Object>, List<Object>>, Adapted {
  @Override
  public List<Object> apply(List<Object> items) throws InterruptedException {
    var results = new Object[items.size()];
    for (var i = 0; i < results.length; i++) {
      try {
        results[i] = function.apply(items.get(i));
      } catch (InterruptedException e) {
        throw e; // the whole chunk was told to stop
      } catch (OutOfMemoryError e) {
        throw e; // no place to put anything
      } catch (Throwable e) { // whatever an item throws is its result
        results[i] = ItemFailure.of(e);
      }
    }
    return Arrays.asList(results);
  }
}
