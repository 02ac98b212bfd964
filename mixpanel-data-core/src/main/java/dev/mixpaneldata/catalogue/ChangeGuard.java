package dev.mixpaneldata.catalogue;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.util.List;
import java.util.stream.Collectors;

/** The care before a change: what it is about, and whether Mixpanel lets the caller make it. */
public final class ChangeGuard {
  /** A question with more names is not read. */
  private static final int NAMED = 50;

  private ChangeGuard() {}

  /**
   * Returns what a call would change. Empty if the operation has no subjects, or if they cannot be
   * read: then Mixpanel's answer to the change says why.
   */
  public static <Q extends Record> List<Subject> subjects(
      OperationSpec<Q, ?> operation, OperationContext context, Q request) {
    try {
      return operation.subjects().map(find -> find.apply(context, request)).orElse(List.of());
    } catch (MixpanelDataException e) {
      if (e.code() == ErrorCode.NOT_FOUND || e.code() == ErrorCode.BAD_RESPONSE) {
        return List.of();
      }
      throw e;
    }
  }

  /**
   * Refuses a change that Mixpanel does not let the caller make.
   *
   * @throws MixpanelDataException {@code PERMISSION_DENIED} if a subject may not be changed
   */
  public static void requirePermission(List<Subject> subjects) {
    List<Subject> closed = subjects.stream().filter(subject -> !subject.mayChange()).toList();
    if (!closed.isEmpty()) {
      throw new MixpanelDataException(
          ErrorCode.PERMISSION_DENIED,
          "Mixpanel does not let you change "
              + text(closed)
              + ": can_update_basic is false. Nothing was sent.",
          "Ask the owner to make the change or to give you the right.");
    }
  }

  /** Returns whether a call with these subjects destroys something, so that somebody must agree. */
  public static boolean destroys(OperationSpec<?, ?> operation, List<Subject> subjects) {
    boolean nothing = operation.is(Trait.DESTROYS_SUBJECTS) && subjects.isEmpty();
    return operation.effect() == Effect.DESTROY && !nothing;
  }

  /**
   * Returns the subjects as words: {@code the board 'KPIs' (42), the board 'Old' (43)}. Of a great
   * many, the first ones are named.
   */
  public static String text(List<Subject> subjects) {
    String named =
        subjects.stream().limit(NAMED).map(Subject::toString).collect(Collectors.joining(", "));
    int more = subjects.size() - NAMED;
    return more > 0 ? named + " and " + more + " more" : named;
  }
}
