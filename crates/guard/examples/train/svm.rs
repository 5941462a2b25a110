//! A linear model with a squared hinge loss, found by dual coordinate descent (Hsieh and others, ICML 2008, algorithm 1).
//!
//! Sums, products and quotients of 64-bit floating-point numbers in a fixed order, which are the same on every machine.

/// How often every row is looked at.
const PASSES: usize = 12;

/// Numbers of features and what they count, and the label: 1 or -1.
pub struct Row<'a> {
    pub features: &'a [(usize, f64)],
    pub label: f64,
    /// How much an error costs.
    pub cost: f64,
}

/// A generator of pseudo-random numbers with Knuth's constants, for the order of rows.
struct Order(u64);

impl Order {
    fn below(&mut self, bound: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % bound.max(1)
    }

    fn shuffle(&mut self, row: &mut [usize]) {
        for last in (1..row.len()).rev() {
            row.swap(last, self.below(last + 1));
        }
    }
}

/// Gives the weights of so many features.
pub fn train(rows: &[Row<'_>], features: usize) -> Vec<f64> {
    let mut weights = vec![0.0; features];
    let mut alphas = vec![0.0; rows.len()];
    let mut order: Vec<usize> = (0..rows.len()).collect();
    let mut random = Order(42);
    for _ in 0..PASSES {
        random.shuffle(&mut order);
        for at in &order {
            let (Some(row), Some(alpha)) = (rows.get(*at), alphas.get_mut(*at)) else { continue };
            step(row, alpha, &mut weights);
        }
    }
    weights
}

fn step(row: &Row<'_>, alpha: &mut f64, weights: &mut [f64]) {
    let slack = 1.0 / (2.0 * row.cost);
    let square: f64 = row.features.iter().map(|(_, value)| value * value).sum();
    let gradient = row.label * dot(weights, row.features) - 1.0 + *alpha * slack;
    let next = f64::max(*alpha - gradient / (square + slack), 0.0);
    let change = (next - *alpha) * row.label;
    *alpha = next;
    if change == 0.0 {
        return;
    }
    for (feature, value) in row.features {
        if let Some(weight) = weights.get_mut(*feature) {
            *weight += change * value;
        }
    }
}

/// Adds up the weights of a row.
pub fn dot(weights: &[f64], features: &[(usize, f64)]) -> f64 {
    let weight = |feature: &usize| weights.get(*feature).copied().unwrap_or_default();
    features.iter().map(|(feature, value)| weight(feature) * value).sum()
}
