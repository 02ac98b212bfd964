package dev.mixpaneldata.testkit.junit;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.FakeMixpanelBuilder;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A JUnit extension that gives each test a {@link FakeMixpanel} of its own, and a {@link Workspace}
 * that works on it in an empty folder, as parameters. Both are closed after the test, and the
 * folder is removed. A parameter of the constructor is shared by all tests of the class.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final FakeMixpanelExtension MIXPANEL =
 *     FakeMixpanelExtension.of(mixpanel -> mixpanel.dataset(Dataset.demo()));
 *
 * @Test
 * void aMonthIsFetched(Workspace workspace, FakeMixpanel mixpanel) { … }
 * }</pre>
 *
 * <p>{@code @ExtendWith(FakeMixpanelExtension.class)} gives an empty project. Needs JUnit 5.13 or
 * newer.
 */
public final class FakeMixpanelExtension implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(FakeMixpanelExtension.class);

  private final UnaryOperator<FakeMixpanelBuilder> setup;

  /** Creates an extension whose fakes serve an empty project. */
  public FakeMixpanelExtension() {
    this(UnaryOperator.identity());
  }

  private FakeMixpanelExtension(UnaryOperator<FakeMixpanelBuilder> setup) {
    this.setup = setup;
  }

  /** Returns an extension whose fakes are set up by a function. */
  public static FakeMixpanelExtension of(UnaryOperator<FakeMixpanelBuilder> setup) {
    return new FakeMixpanelExtension(setup);
  }

  /** Returns whether the parameter is a fake or a workspace. */
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == FakeMixpanel.class || type == Workspace.class;
  }

  /** Returns the fake or the workspace of the test. */
  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    FakeProjectOfTest project = project(context);
    return parameter.getParameter().getType() == Workspace.class
        ? project.workspace()
        : project.mixpanel();
  }

  private FakeProjectOfTest project(ExtensionContext context) {
    ExtensionContext.Store store = context.getStore(NAMESPACE);
    @Nullable FakeProjectOfTest present = store.get(this, FakeProjectOfTest.class);
    if (present != null) {
      return present;
    }
    FakeProjectOfTest started = new FakeProjectOfTest(setup.apply(FakeMixpanel.builder()).start());
    // JUnit closes what it stores.
    store.put(this, started);
    return started;
  }
}
