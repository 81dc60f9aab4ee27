package jimu.app.session;

import javafx.beans.property.ReadOnlyObjectPropertyBase;

/** A property whose value is set first and announced later, so that several can change as one. */
final class Published<T> extends ReadOnlyObjectPropertyBase<T> {
    private final Object bean;
    private final String name;
    private T value;
    private boolean pending;

    Published(Object bean, String name, T value) {
        this.bean = bean;
        this.name = name;
        this.value = value;
    }

    void set(T other) {
        pending |= !value.equals(other);
        value = other;
    }

    void announce() {
        if (pending) {
            pending = false;
            fireValueChangedEvent();
        }
    }

    @Override
    public T get() {
        return value;
    }

    @Override
    public Object getBean() {
        return bean;
    }

    @Override
    public String getName() {
        return name;
    }
}
