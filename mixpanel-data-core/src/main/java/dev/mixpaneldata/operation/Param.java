package dev.mixpaneldata.operation;

import dev.mixpaneldata.error.Reference;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes a component of a request to users, the same on every surface. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Param {
  /** The help of a parameter {@code json}, which takes the body of a change. */
  String BODY = "The whole body as a JSON object, or further fields of it";

  /** Returns one sentence without a full stop, in words that fit every face. */
  String help();

  /** Returns the operation that lists the possible values; none or one. */
  Reference[] listedBy() default {};

  /** Returns what pages let users choose the value from. */
  Suggested suggests() default Suggested.NOTHING;

  /** Returns the default as a user would write it; empty for none. */
  String defaultValue() default "";

  /** Returns the name in snake_case, if it differs from the component's own. */
  String name() default "";

  /** Returns the name in the body that Mixpanel takes, if it differs. */
  String wireName() default "";

  /** Returns another name that is accepted but not shown, for users of the Python tool. */
  String alias() default "";

  /** Returns, for a list, whether it must be given. */
  boolean required() default false;
}
