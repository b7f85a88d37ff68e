package fairway.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Date;
import java.util.List;

import fairway.support.FairwayTest;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;

/** Every bean that a model names is there in the application, and can be called as the model calls it. Which beans the models name is {@link ModelTest}'s to hold. */
@FairwayTest
class BeansOfModelsTest {

    /** They end their step and say how it went; all other delegates are steps of their own. */
    private static final List<String> LISTENERS = List.of("recordEvidenceCheck", "recordTimeframeCheck");

    @Autowired
    private ApplicationContext context;

    static List<String> delegates() {
        return Beans.DELEGATES.stream().sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("delegates")
    void aDelegateIsThere(String name) {
        assertThat(context.containsBean(name)).as("bean " + name).isTrue();
        assertThat(context.getBean(name)).isInstanceOf(LISTENERS.contains(name) ? ExecutionListener.class : JavaDelegate.class);
    }

    static List<String> answers() {
        return Beans.ANSWERS.entrySet().stream().flatMap(bean -> bean.getValue().stream().map(method -> bean.getKey() + "." + method)).sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void anAnswerIsThere(String answer) {
        String bean = answer.substring(0, answer.indexOf('.'));
        String method = answer.substring(answer.indexOf('.') + 1);
        assertThat(context.containsBean(bean)).as("bean " + bean).isTrue();
        List<Class<?>> returned = Arrays.stream(ClassUtils.getUserClass(context.getBean(bean)).getMethods())
                .filter(m -> m.getName().equals(method) && m.getParameterCount() > 0 && m.getParameterTypes()[0].isAssignableFrom(DelegateExecution.class))
                .<Class<?>>map(m -> m.getReturnType()).toList();
        assertThat(returned).as(answer + "(execution, …)").hasSize(1);
        if (List.of("dueDates", "clocks").contains(bean)) {
            assertThat(returned).as("a date of the engine").containsExactly(Date.class);
        }
    }
}
