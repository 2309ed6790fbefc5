import { walk } from './walk.mjs'

walk('firefox')
