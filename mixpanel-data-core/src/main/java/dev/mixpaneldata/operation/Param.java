package dev.mixpaneldata.operation;

import dev.mixpaneldata.error.Reference;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a user reads about a request's component on every surface, and its default. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Param {
  /** One sentence without a full stop, in words that fit every face. */
  String help();

  /** The operation that lists the values there are; none or one. */
  Reference[] listedBy() default {};

  /** The default as a user would write it; empty for none. */
  String defaultValue() default "";

  /** The name in snake_case where it is not the component's own. */
  String name() default "";

  /** Another name that is taken too but shown nowhere, for those who come from the Python tool. */
  String alias() default "";

  /** Of a list: that it must be given. */
  boolean required() default false;
}
