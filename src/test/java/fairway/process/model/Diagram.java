package fairway.process.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;

/** The drawing of a model: where its shapes, lines and labels lie, in pixels, and what gets into each other's way. */
final class Diagram {

    /** A line keeps this distance from shapes that it does not belong to. */
    private static final double CLEARANCE = 4;

    private final Map<String, Box> shapes = new LinkedHashMap<>();
    private final Map<String, Box> labels = new LinkedHashMap<>();
    private final Map<String, List<Point>> lines = new LinkedHashMap<>();
    private final Map<String, Box> lanes = new LinkedHashMap<>();
    private final Map<String, FlowNode> nodes = new LinkedHashMap<>();
    private final Map<String, SequenceFlow> flows = new LinkedHashMap<>();

    Diagram(BpmnModelInstance model) {
        for (BpmnShape shape : model.getModelElementsByType(BpmnShape.class)) {
            BaseElement element = shape.getBpmnElement();
            if (element instanceof FlowNode node) {
                nodes.put(node.getId(), node);
                shapes.put(node.getId(), box(shape.getBounds()));
            } else if (element instanceof Lane lane) {
                lanes.put(lane.getId(), box(shape.getBounds()));
            } else if (element instanceof TextAnnotation note) {
                labels.put(note.getId(), box(shape.getBounds()));
            }
            label(element.getId(), shape.getBpmnLabel());
        }
        for (BpmnEdge edge : model.getModelElementsByType(BpmnEdge.class)) {
            if (edge.getBpmnElement() instanceof SequenceFlow flow) {
                flows.put(flow.getId(), flow);
                lines.put(flow.getId(), edge.getWaypoints().stream().map(point -> new Point(point.getX(), point.getY())).toList());
                label(flow.getId(), edge.getBpmnLabel());
            }
        }
    }

    boolean draws(FlowNode node) {
        return shapes.containsKey(node.getId());
    }

    boolean draws(SequenceFlow flow) {
        return lines.containsKey(flow.getId());
    }

    boolean labels(String id) {
        return labels.containsKey(id);
    }

    Box shape(FlowNode node) {
        return shapes.get(node.getId());
    }

    Box shape(Lane lane) {
        return lanes.get(lane.getId());
    }

    /** Every flow drawn across another one. Flows from one gateway may share their beginning, flows to one gateway their end. */
    List<String> crossings() {
        List<String> found = new ArrayList<>();
        List<SequenceFlow> all = List.copyOf(flows.values());
        for (int i = 0; i < all.size(); i++) {
            for (SequenceFlow other : all.subList(i + 1, all.size())) {
                if (cross(all.get(i), other)) {
                    found.add(all.get(i).getId() + " crosses " + other.getId());
                }
            }
        }
        return found;
    }

    /** Every flow that runs through a shape that it neither leaves nor reaches, and every one that is not drawn at right angles. */
    List<String> misguidedLines() {
        List<String> found = new ArrayList<>();
        lines.forEach((id, points) -> {
            SequenceFlow flow = flows.get(id);
            for (Line line : pieces(points)) {
                if (!line.isStraight()) {
                    found.add(id + " is slanting");
                }
                shapes.forEach((shape, box) -> {
                    if (!belongs(flow, shape) && line.touches(box.grown(CLEARANCE))) {
                        found.add(id + " runs through " + shape);
                    }
                });
            }
        });
        return found;
    }

    /** Every label that lies on a shape, on a line, on the border of a lane or on another label. */
    List<String> coveredLabels() {
        List<String> found = new ArrayList<>();
        labels.forEach((id, label) -> {
            shapes.forEach((shape, box) -> {
                if (!shape.equals(id) && covers(nodes.get(shape), box, label)) {
                    found.add("label of " + id + " lies on " + shape);
                }
            });
            lines.forEach((flow, points) -> {
                if (pieces(points).stream().anyMatch(line -> line.touches(label))) {
                    found.add("label of " + id + " lies on " + flow);
                }
            });
            labels.forEach((other, box) -> {
                if (id.compareTo(other) < 0 && label.overlaps(box)) {
                    found.add("label of " + id + " lies on that of " + other);
                }
            });
            lanes.forEach((lane, box) -> {
                if (label.y() < box.y() && box.y() < label.bottom()) {
                    found.add("label of " + id + " lies on the border of " + lane);
                }
            });
        });
        return found;
    }

    /** Every pair of shapes that overlap, but for boundary events and their task and for steps and their sub-process. */
    List<String> overlappingShapes() {
        List<String> found = new ArrayList<>();
        shapes.forEach((id, box) -> shapes.forEach((other, second) -> {
            if (id.compareTo(other) < 0 && !attached(id, other) && !attached(other, id) && !inside(id, other) && !inside(other, id) && box.overlaps(second)) {
                found.add(id + " overlaps " + other);
            }
        }));
        return found;
    }

    private boolean cross(SequenceFlow flow, SequenceFlow other) {
        List<Point> first = lines.get(flow.getId());
        List<Point> second = lines.get(other.getId());
        if (flow.getSource().equals(other.getSource())) {
            Fork fork = Fork.of(first, second);
            first = fork.first();
            second = fork.second();
        }
        if (flow.getTarget().equals(other.getTarget())) {
            Fork fork = Fork.of(reversed(first), reversed(second));
            first = fork.first();
            second = fork.second();
        }
        List<Line> others = pieces(second);
        return pieces(first).stream().anyMatch(line -> others.stream().anyMatch(line::meets));
    }

    private boolean belongs(SequenceFlow flow, String shape) {
        boolean ends = flow.getSource().getId().equals(shape) || flow.getTarget().getId().equals(shape);
        return ends || attached(flow.getSource().getId(), shape) || inside(flow.getSource().getId(), shape);
    }

    private boolean attached(String event, String host) {
        return nodes.get(event) instanceof BoundaryEvent boundary && boundary.getAttachedTo().getId().equals(host);
    }

    private boolean inside(String node, String container) {
        return nodes.get(node).getParentElement() instanceof SubProcess parent && parent.getId().equals(container);
    }

    private static boolean covers(FlowNode node, Box box, Box label) {
        if (node instanceof SubProcess) {
            return box.overlaps(label) && !box.contains(label);
        }
        return box.overlaps(label) && !(node instanceof Gateway && box.leavesFreeAsDiamond(label));
    }

    private void label(String id, BpmnLabel label) {
        if (label != null) {
            labels.put(id, box(label.getBounds()));
        }
    }

    private static Box box(Bounds bounds) {
        return new Box(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    private static List<Line> pieces(List<Point> points) {
        List<Line> pieces = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            pieces.add(new Line(points.get(i - 1), points.get(i)));
        }
        return pieces;
    }

    private static List<Point> reversed(Collection<Point> points) {
        List<Point> reversed = new ArrayList<>();
        points.forEach(point -> reversed.add(0, point));
        return reversed;
    }

    record Point(double x, double y) {

        Point towards(Point other, double distance) {
            return new Point(x + Math.signum(other.x - x) * distance, y + Math.signum(other.y - y) * distance);
        }

        double distance(Point other) {
            return Math.abs(x - other.x) + Math.abs(y - other.y);
        }
    }

    record Line(Point from, Point to) {

        boolean isStraight() {
            return from.x == to.x || from.y == to.y;
        }

        boolean meets(Line other) {
            return left() <= other.right() && other.left() <= right() && top() <= other.bottom() && other.top() <= bottom();
        }

        boolean touches(Box box) {
            return left() < box.right() && right() > box.x && top() < box.bottom() && bottom() > box.y;
        }

        private double left() {
            return Math.min(from.x, to.x);
        }

        private double right() {
            return Math.max(from.x, to.x);
        }

        private double top() {
            return Math.min(from.y, to.y);
        }

        private double bottom() {
            return Math.max(from.y, to.y);
        }
    }

    record Box(double x, double y, double width, double height) {

        double right() {
            return x + width;
        }

        double bottom() {
            return y + height;
        }

        double middle() {
            return x + width / 2;
        }

        Box grown(double by) {
            return new Box(x - by, y - by, width + 2 * by, height + 2 * by);
        }

        boolean overlaps(Box other) {
            return x < other.right() && right() > other.x && y < other.bottom() && bottom() > other.y;
        }

        boolean contains(Box other) {
            return x <= other.x && right() >= other.right() && y <= other.y && bottom() >= other.bottom();
        }

        /** The corners of a gateway's box are empty. */
        boolean leavesFreeAsDiamond(Box other) {
            double acrossX = Math.abs(Math.max(other.x, Math.min(middle(), other.right())) - middle());
            double centre = y + height / 2;
            double acrossY = Math.abs(Math.max(other.y, Math.min(centre, other.bottom())) - centre);
            return acrossX / (width / 2) + acrossY / (height / 2) >= 1;
        }
    }

    /** Two paths from one point, without the way that they go together. */
    private record Fork(List<Point> first, List<Point> second) {

        static Fork of(List<Point> one, List<Point> two) {
            List<Point> first = new ArrayList<>(one);
            List<Point> second = new ArrayList<>(two);
            if (!first.get(0).equals(second.get(0))) {
                return new Fork(first, second);
            }
            while (first.size() > 1 && second.size() > 1 && first.get(1).equals(second.get(1))) {
                first.remove(0);
                second.remove(0);
            }
            if (first.size() < 2 || second.size() < 2) {
                return new Fork(first, second);
            }
            Point start = first.get(0);
            if (start.towards(first.get(1), 1).equals(start.towards(second.get(1), 1))) {
                double together = Math.min(start.distance(first.get(1)), start.distance(second.get(1)));
                Point fork = start.towards(first.get(1), together);
                begin(first, fork);
                begin(second, fork);
            }
            first.set(0, first.get(0).towards(first.get(1), 0.5));
            second.set(0, second.get(0).towards(second.get(1), 0.5));
            return new Fork(first, second);
        }

        private static void begin(List<Point> path, Point fork) {
            path.set(0, fork);
            if (path.get(1).equals(fork)) {
                path.remove(0);
            }
        }
    }
}
