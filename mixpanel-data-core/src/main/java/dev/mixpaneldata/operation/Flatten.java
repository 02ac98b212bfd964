package dev.mixpaneldata.operation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component whose type is itself a record of parameters, such as a range of dates; its
 * parameters stand beside the others. An {@code Optional} one is absent if no parameter of it is
 * given; otherwise it takes them all.
 *
 * <p>A record with a {@code public static parse(String)} may be given as one text instead, as the
 * parameter of the component's name.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Flatten {
  /**
   * Returns the help of the parameter that takes the whole record as one text. Empty if there is no
   * such parameter.
   */
  String text() default "";
}
