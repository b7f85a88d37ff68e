package fairway.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import fairway.support.ModelCoverage;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.Test;

/** What all process tests of this build together went through: every flow node, and at least 95 of 100 sequence flows, counted apart. */
class ModelCoverageIT {

    @Test
    void theProcessTestsGoThroughTheModels() throws IOException {
        Set<String> visited = new HashSet<>();
        try (Stream<Path> files = Files.list(ModelCoverage.FOLDER)) {
            for (Path file : files.toList()) {
                visited.addAll(Files.readAllLines(file));
            }
        }
        List<String> nodes = new ArrayList<>();
        List<String> flows = new ArrayList<>();
        List<String> missingNodes = new ArrayList<>();
        List<String> missingFlows = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".bpmn")).sorted().toList()) {
                BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
                String process = model.getModelElementsByType(Process.class).iterator().next().getId();
                for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
                    flows.add(process + "#" + flow.getId());
                    if (!visited.contains(process + "#" + flow.getId())) {
                        missingFlows.add(process + "#" + flow.getId());
                    }
                }
                for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
                    nodes.add(process + "#" + node.getId());
                    // the engine joins a link's two ends: its throwing end is reached with the flow that leads to it
                    boolean reached = isThrowingLink(node)
                            ? node.getIncoming().stream().allMatch(f -> visited.contains(process + "#" + f.getId()))
                            : visited.contains(process + "#" + node.getId())
                            || isCatchingLink(node) && node.getOutgoing().stream().allMatch(f -> visited.contains(process + "#" + f.getId()));
                    if (!reached) {
                        missingNodes.add(process + "#" + node.getId());
                    }
                }
            }
        }
        double flowShare = 100.0 * (flows.size() - missingFlows.size()) / flows.size();
        System.out.printf("Model coverage: flow nodes %d of %d, sequence flows %d of %d (%.1f %%)%n",
                nodes.size() - missingNodes.size(), nodes.size(), flows.size() - missingFlows.size(), flows.size(), flowShare);
        missingFlows.forEach(flow -> System.out.println("  not taken: " + flow));
        assertThat(missingNodes).as("flow nodes that no test reaches").isEmpty();
        assertThat(flowShare).as("share of sequence flows taken").isGreaterThanOrEqualTo(95.0);
    }

    private static boolean isThrowingLink(FlowNode node) {
        return node instanceof IntermediateThrowEvent event && event.getEventDefinitions().stream().anyMatch(LinkEventDefinition.class::isInstance);
    }

    private static boolean isCatchingLink(FlowNode node) {
        return !(node instanceof EndEvent) && node instanceof org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent event
                && event.getEventDefinitions().stream().anyMatch(LinkEventDefinition.class::isInstance);
    }
}
